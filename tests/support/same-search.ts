import fc from 'fast-check';
import { search } from './search.ts';

// Properties that say nothing of their own are searched as far as fast-check would, from the seed of all others.
fc.configureGlobal(search(100));
