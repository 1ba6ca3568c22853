/** The formats of a report, as `-f` names them. */
export const reportFormats = ['html', 'md', 'json', 'pdf'] as const;

export type ReportFormat = (typeof reportFormats)[number];
