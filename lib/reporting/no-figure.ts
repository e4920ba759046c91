import type { CellContent } from '@/lib/store/cells'
import type { NoFigure } from '@/lib/rules/types'

/** Why an answer holds no figure, as the rules take it; empty where it does, where it is blank, and for a narrative. */
export function whyNoFigure(content: CellContent | undefined): NoFigure {
  switch (content?.state) {
    case 'notApplicable':
      return { none: 'notApplicable' }
    case 'notYetAvailable':
      return { none: 'notYetAvailable', expectedOn: content.expectedOn }
    default:
      return {}
  }
}
