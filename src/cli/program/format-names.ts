/** The formats of a report, as `-f` names them. */
export const reportFormats = ['html', 'md', 'json', 'csv', 'pdf', 'txt', 'badge'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** The formats of a comparison beside the terminal, as `-f` names them. */
export const comparisonFormats: readonly string[] = ['html', 'md', 'json'];

/** The formats of a plan beside the terminal, as `-f` names them. */
export const planFormats = ['md', 'csv'] as const;

export type PlanFormat = (typeof planFormats)[number];
