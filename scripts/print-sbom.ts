// Prints what a release is made of: `npm run -s sbom > five-hurdles.cdx.json`, after the build.
import { sbom } from './sbom.ts';

process.stdout.write(`${JSON.stringify(sbom(), null, 2)}\n`);
