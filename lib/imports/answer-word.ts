import { entry } from '@/lib/i18n/words/entry'
import { names } from '@/lib/i18n/words/names'
import { plainHead } from './table-heads'

/** What kind of answer a word says. `asIs`: a figure, a narrative or blank, which the other columns give. */
export type AnswerWord = 'asIs' | 'none' | 'notApplicable' | 'notYetAvailable'

const WORDS: ReadonlyMap<string, AnswerWord> = new Map([
  ...Object.values(names).flatMap(({ cellState }) => [
    [plainHead(cellState.figure), 'asIs'] as const,
    [plainHead(cellState.narrative), 'asIs'] as const,
    // "Blank" said in words takes nothing away either.
    [plainHead(cellState.blank), 'asIs'] as const,
    [plainHead(cellState.notApplicable), 'notApplicable'] as const,
    [plainHead(cellState.notYetAvailable), 'notYetAvailable'] as const,
  ]),
  ...Object.values(entry).flatMap(({ box }) => [
    [plainHead(box.none), 'none'] as const,
    [plainHead(box.blank), 'asIs'] as const,
    [plainHead(box.figure), 'asIs'] as const,
  ]),
])

/** Reads the column of kinds of answer, in either language; null for what is none. */
export const answerWord = (text: string): AnswerWord | null =>
  text.trim() === '' ? 'asIs' : (WORDS.get(plainHead(text)) ?? null)
