import type { PaperPart } from './paper'

/** What has so few headings is seen at a glance, and needs no list of them. */
const FEW = 6

/** Whether a document lists its headings behind the cover. */
export const hasContents = ({ blocks }: PaperPart): boolean =>
  blocks.filter((block) => block.kind === 'heading' && block.level < 3).length > FEW
