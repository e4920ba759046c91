/** Each figure of a city's money, in the order in which page and file name them: what is paid and pending, then what is not. */
export const EXPOSURE_COLUMNS = [
  'firstPaid',
  'firstPending',
  'decided',
  'secondPaid',
  'secondPending',
  'open',
  'notGranted',
  'toRecover',
  'atRisk',
] as const
