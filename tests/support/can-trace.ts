import { spawnSync } from 'node:child_process';

/** Runs a program without any network: root as it is, others as the root of a namespace of their own. */
export const alone = ['unshare', process.getuid?.() === 0 ? '-n' : '-rn'];

/** Whether programs can be run here without any network and watched (Linux, strace, allowed by its container). */
export const canTrace: boolean =
  process.platform === 'linux' &&
  spawnSync('strace', ['-f', '-o', '/dev/null', ...alone, 'true'], { stdio: 'ignore' }).status ===
    0;
