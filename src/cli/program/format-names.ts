/** The formats of a report, as `-f` names them. */
export const reportFormats = ['html', 'md', 'json', 'txt'] as const;

export type ReportFormat = (typeof reportFormats)[number];
