import { afterAll } from 'vitest';
import { removeFolders } from './a-folder.ts';

afterAll(removeFolders);
