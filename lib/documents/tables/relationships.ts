import type { Deadline } from './deadline'
import { readXml } from './xml-part'
import type { ZipParts } from './zip-parts'

export interface Relationship {
  /** The last word of its type: `worksheet`, `styles`. */
  readonly type: string
  /** The part it leads to; null when it leads out of the file. */
  readonly part: string | null
}

/** What a part of the workbook leads to, by the number it uses; '' stands for the file itself. */
export async function relationships(
  zip: ZipParts,
  part: string,
  deadline: Deadline,
): Promise<ReadonlyMap<string, Relationship>> {
  const cut = part.lastIndexOf('/') + 1
  const folder = part.slice(0, cut)
  const list = `${folder}_rels/${part.slice(cut)}.rels`
  const found = new Map<string, Relationship>()
  if (!zip.has(list)) return found
  const open = (
    name: string,
    { Id = '', Type = '', Target = '', TargetMode }: Readonly<Record<string, string>>,
  ) => {
    if (name !== 'Relationship') return
    const target = TargetMode === 'External' ? null : resolved(folder, Target)
    found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), part: target })
  }
  await readXml(zip, list, 'Relationships', { open }, deadline)
  return found
}

/** A path within the file: `worksheets/sheet1.xml`, `/xl/styles.xml`, `../media/1.png`. */
function resolved(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
