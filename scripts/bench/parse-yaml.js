// What reading a file as YAML costs at least: without places, without a check, nothing kept of it.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

parse(readFileSync(process.argv[2] ?? '', 'utf8'), { uniqueKeys: false, maxAliasCount: 0 });
