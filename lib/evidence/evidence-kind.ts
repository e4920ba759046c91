import { KINDS, type ContentKind, type KindRefusal } from '@/lib/files/content-kind'
import { Refusal } from '@/lib/values'

/** Names that a system would run, whatever lies in them. */
const RUNS =
  /\.(?:exe|com|scr|bat|cmd|msi|ps1|vbs|vbe|js|jse|wsf|hta|lnk|jar|sh|app|dll|reg|html?|xhtml|svg|mht(?:ml)?)$/i

/** A kind that may stand as evidence. @throws Refusal fileKindRefused */
export function evidenceKind(kind: ContentKind | KindRefusal, name: string): ContentKind {
  if (!(kind in KINDS) || RUNS.test(name))
    throw new Refusal('fileKindRefused', { why: kind in KINDS ? 'name' : kind, name })
  return kind as ContentKind
}
