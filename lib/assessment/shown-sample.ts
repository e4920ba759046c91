import { digest } from '@/lib/ledger/canonical'
import { drawSample } from '@/lib/rules/draw-sample'
import type { SampleItem } from '@/lib/store/evaluation-population'
import type { Sample } from '@/lib/store/evaluation-record'

/** A sample with what each key drawn is, and whether drawing again from the keys kept gives the same. */
export interface ShownSample extends Sample {
  readonly items: readonly (SampleItem | { readonly key: string })[]
  readonly isSame: boolean
}

/** Finds what was drawn among the accepted rows and files of today, and draws again. */
export function shownSample(sample: Sample, population: readonly SampleItem[]): ShownSample {
  const known = new Map(population.map((item) => [item.key, item]))
  const keys = JSON.parse(sample.drawn) as string[]
  const again = drawSample(JSON.parse(sample.population) as string[], sample.size, sample.seed, digest)
  return {
    ...sample,
    items: keys.map((key) => known.get(key) ?? { key }),
    isSame: JSON.stringify(again) === JSON.stringify(keys),
  }
}
