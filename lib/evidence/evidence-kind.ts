import { isKind, type ContentKind, type KindRefusal } from '@/lib/files/content-kind'
import { Refusal } from '@/lib/values'

/** Names that a system would run, whatever lies in them. */
const RUNS =
  /\.(?:exe|com|scr|bat|cmd|msi|ps1|vbs|vbe|js|jse|wsf|hta|lnk|jar|sh|app|dll|reg|html?|xhtml|svg|mht(?:ml)?)$/i

/** A kind that may stand as evidence. @throws Refusal fileKindRefused */
export function evidenceKind(kind: ContentKind | KindRefusal, name: string): ContentKind {
  if (!isKind(kind)) throw new Refusal('fileKindRefused', { why: kind, name })
  if (RUNS.test(name)) throw new Refusal('fileKindRefused', { why: 'name', name })
  return kind
}
