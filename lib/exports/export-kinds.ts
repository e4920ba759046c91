import type { ExportKind } from '@/lib/store/export-requests'
import type { ExportChoice } from './export-choice'

/** What a person may let be made: of many cities whoever sees them at once, of each city whoever reads its report. */
export const exportKindsFor = ({ isNational }: ExportChoice): readonly [ExportKind, ...ExportKind[]] =>
  isNational
    ? ['cityReports', 'evidencePacks', 'nationalSummary', 'dashboard', 'explore']
    : ['cityReports', 'evidencePacks']
