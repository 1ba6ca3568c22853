/** What an assessment says made it, unless somebody else says so: this package and its version. */
export const tool = { name: 'five-hurdles', version: '0.1.0' } as const;
