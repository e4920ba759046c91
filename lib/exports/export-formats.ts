import type { ExportFormat, ExportKind } from '@/lib/store/export-requests'

/** In which formats each kind is made, the usual one first. */
export const EXPORT_FORMATS: Readonly<Record<ExportKind, readonly [ExportFormat, ...ExportFormat[]]>> = {
  nationalSummary: ['pdf', 'docx'],
  dashboard: ['xlsx', 'csv'],
  explore: ['xlsx', 'csv'],
  cityReports: ['pdf', 'docx', 'xlsx'],
  evidencePacks: ['zip'],
  assessmentWorkbook: ['xlsx', 'csv', 'json'],
  custom: ['xlsx', 'csv', 'json'],
}
