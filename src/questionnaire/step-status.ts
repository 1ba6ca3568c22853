/** How far a decided step is. */
export const stepStatuses = ['open', 'doing', 'done', 'dropped'] as const;

export type StepStatus = (typeof stepStatuses)[number];
