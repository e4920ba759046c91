import type { CheckCode } from '@/lib/rules'

/** Checks whose severity may be changed: the others keep the store itself sound. */
export const ADJUSTABLE_CHECKS = [
  'cumulativeFell',
  'pledgeOneSided',
  'yearDisagreesWithQuarters',
  'breakdownDisagrees',
  'expectedPassed',
  'unitSlip',
  'jump',
  'growthAcrossBases',
  'namesDiffer',
  'codesDiffer',
  'detailsMissing',
  'certifiedOverCertificates',
] as const satisfies readonly CheckCode[]
