import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const changing =
  /^(?:append|chmod|chown|copy|cp|fchmod|fchown|fdatasync|fsync|ftruncate|futimes|lchmod|lchown|link|lutimes|mkdir|mkdtemp|open|rename|rm|rmdir|symlink|truncate|unlink|utimes|write|createWriteStream)/;

/**
 * Calls back before every change this process makes to its disk, until it is told to stop. Writing in the middle of a
 * text is a place of its own: half of it is then written.
 *
 * @param {(what: string) => void} hook may throw, as the disk would
 * @returns {() => void}
 */
export function onEachChange(hook) {
  const names = Object.keys(fs).filter((one) => changing.test(one));
  const before = Object.fromEntries(names.map((name) => [name, fs[name]]));
  let isBusy = false;
  const tell = (what) => {
    isBusy = true;
    try {
      hook(what);
    } finally {
      isBusy = false;
    }
  };
  for (const name of names) {
    const original = fs[name];
    fs[name] = (...args) => {
      if (isBusy || isReading(name, args) || isStream(name, args)) return original(...args);
      tell(name);
      if (name === 'writeSync' && typeof args[1] !== 'string') {
        const [fd, bytes, at = 0] = args;
        const half = Math.floor((bytes.length - at) / 2);
        if (half > 0) {
          const written = original(fd, bytes, at, half);
          tell(`${name}, half done`);
          return written;
        }
      }
      return original(...args);
    };
  }
  syncBuiltinESMExports();
  return () => {
    Object.assign(fs, before);
    syncBuiltinESMExports();
  };
}

function isReading(name, [, flags = 'r']) {
  return name === 'openSync' && flags === 'r';
}

// Standard output and error.
function isStream(name, [fd]) {
  return typeof fd === 'number' && fd <= 2 && name !== 'openSync';
}
