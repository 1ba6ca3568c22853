import * as z from 'zod';

/** A language as texts, files and reports name it: `de`, `en`, `pt-BR`. */
export const LanguageCode = z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, { error: 'language' });
