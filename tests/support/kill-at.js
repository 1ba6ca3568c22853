// Loaded before a program: ends it, as nothing can be caught, before the change to its disk whose number it is told.
import { onEachChange } from './fs-changes.js';

const at = Number(process.env.KILL_AT);
let made = 0;
onEachChange(() => {
  made += 1;
  if (made === at) process.kill(process.pid, process.env.KILL_BY ?? 'SIGKILL');
});
