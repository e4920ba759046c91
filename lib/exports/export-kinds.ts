import type { ExportKind } from '@/lib/store/export-requests'
import type { ExportChoice } from './export-choice'

/** Kinds that are asked for on the page of the exports; a custom one has a page of its own. */
export type PlainKind = Exclude<ExportKind, 'custom'>

/** What a person may let be made: of many cities whoever sees them at once, of each city whoever reads its report. */
export const exportKindsFor = ({ isNational }: ExportChoice): readonly [PlainKind, ...PlainKind[]] =>
  isNational
    ? ['cityReports', 'evidencePacks', 'nationalSummary', 'dashboard', 'explore', 'assessmentWorkbook']
    : ['cityReports', 'evidencePacks']
