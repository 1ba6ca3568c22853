export function asking(questions: number, options?: number): Readonly<Record<string, unknown>>;
