import type { Locale } from '@/lib/values'

/** What stands in a cell or beside a term: finished words, and where they lead, if anywhere. */
export interface PaperText {
  readonly text: string
  /** An address of this portal that shows where it comes from. */
  readonly link?: string
  /** What follows it and leads nowhere, such as the reasons for a mark. */
  readonly rest?: string
  /** Columns that it takes, where it says something in place of figures; absent for one. */
  readonly span?: number
}

export interface PaperColumn {
  readonly name: string
  readonly align: 'left' | 'center' | 'right'
  /** Of the width of the page, as parts of the sum of all shares. */
  readonly share: number
}

/** A line of a chart; the looks are those of the charts on the screen, so that a grey print can be read. */
export interface PaperLine {
  readonly name: string
  readonly look: 'actual' | 'required' | 'target' | 'projection'
  /** One a period, for drawing alone. */
  readonly values: readonly (number | null)[]
}

export interface PaperChart {
  /** An empty name is a gap between two years. */
  readonly periods: readonly string[]
  readonly lines: readonly PaperLine[]
  readonly unit: string
  /** What is counted has no halves: neither has its axis. */
  readonly isWhole: boolean
}

/** A piece of a document, in reading order. */
export type PaperBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** `place`: of a letter, whom it is to and who signs; absent for what is said. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly place?: 'left' | 'right' }
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'facts'
      readonly rows: readonly { readonly term: string; readonly value: PaperText }[]
    }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly columns: readonly PaperColumn[]
      readonly rows: readonly (readonly PaperText[])[]
    }
  | {
      readonly kind: 'chart'
      readonly caption: string
      /** What the picture shows, for whoever does not see it. */
      readonly alt: string
      readonly chart: PaperChart
    }
  | {
      readonly kind: 'signatures'
      readonly rows: readonly { readonly term: string; readonly value: string; readonly at: string }[]
    }

/** The document in one language. */
export interface PaperPart {
  /**
   * Of a page or two, in Word: its title stands on the first page, without cover, contents and numbers of headings; a form has
   * narrower margins.
   */
  readonly short?: 'letter' | 'form'
  readonly locale: Locale
  readonly title: string
  /** The title as it is broken into lines on the cover; absent where it may break anywhere. */
  readonly titleLines?: readonly string[]
  /** Lines under the title on the cover. */
  readonly subtitle: readonly string[]
  /** Who issues it, and of which day, at the foot of the cover. */
  readonly issuer: string
  readonly day: string
  readonly contentsTitle: string
  readonly demonstration: string | null
  /** The word that marks it as not final, on its cover and on every page; absent where it is final. */
  readonly draft?: string
  readonly blocks: readonly PaperBlock[]
}

/** A document for paper: what it says, before anything is known of PDF or Word. Two parts are two languages. */
export interface Paper {
  readonly parts: readonly [PaperPart, ...PaperPart[]]
  /** Names this very document, at the foot of each page. */
  readonly number: string
  /** What the document calls its date of making: the same paper gives the same bytes. */
  readonly moment: Date
}
