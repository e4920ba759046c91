/** A place in the file: physical line and character within it, both from 1; a byte order mark counts for nothing. */
export interface Place {
  readonly line: number
  readonly column: number
}

export interface Fault extends Place {
  readonly expected: string
  readonly got: string
}

export interface Field extends Place {
  readonly text: string
  /** Its quoting is wrong and already named: its content says nothing more. */
  readonly broken: boolean
}

export interface Row {
  readonly fields: readonly Field[]
  /** Where its line ends. */
  readonly end: Place
}

/**
 * Reads RFC 4180: CRLF or LF, fields in double quotes may hold commas, line ends and doubled quotes. Rows come one by
 * one, so that a long file is never held as rows; faults of quoting are added to `faults` on the way.
 */
export function* readCsv(text: string, faults: Fault[]): Generator<Row> {
  const reader = new Reader(text.startsWith('\ufeff') ? text.slice(1) : text, faults)
  // A file may end in any number of line ends; an empty line between rows is a row without its fields.
  let empty: Row[] = []
  while (!reader.atEnd()) {
    const row = reader.row()
    if (isEmptyLine(row)) {
      empty.push(row)
      continue
    }
    yield* empty
    empty = []
    yield row
  }
}

/** A line with nothing on it, not even quotes. */
export function isEmptyLine(row: Row): boolean {
  const [field] = row.fields
  return row.fields.length === 1 && field?.text === '' && row.end.column === field.column
}

const WITHIN_FIELD = /[^,"\r\n]*/y
const WITHIN_QUOTES = /[^"\n]*/y
const SECOND_HALVES = /[\udc00-\udfff]/g

class Reader {
  private at = 0
  private line = 1
  private column = 1

  constructor(
    private readonly text: string,
    private readonly faults: Fault[],
  ) {}

  atEnd(): boolean {
    return this.at >= this.text.length
  }

  row(): Row {
    const fields = [this.field()]
    while (this.text[this.at] === ',') {
      this.step()
      fields.push(this.field())
    }
    const end = this.place()
    if (!this.atEnd()) this.lineEnd()
    return { fields, end }
  }

  private field(): Field {
    const place = this.place()
    const faultsBefore = this.faults.length
    const text = this.text[this.at] === '"' ? this.quoted(place) + this.bare(true) : this.bare(false)
    return { line: place.line, column: place.column, text, broken: this.faults.length > faultsBefore }
  }

  private quoted(start: Place): string {
    let text = ''
    this.step()
    while (!this.atEnd()) {
      text += this.run(WITHIN_QUOTES)
      if (this.text[this.at] === '"') {
        this.step()
        if (this.text[this.at] !== '"') return text
      }
      text += this.text.charAt(this.at)
      this.step()
    }
    this.faults.push({ ...start, expected: 'a closing quote', got: 'the end of the file' })
    return text
  }

  /** Takes what stands up to the next comma or line end; after a closing quote nothing may. */
  private bare(afterQuote: boolean): string {
    const start = this.at
    if (!afterQuote) this.run(WITHIN_FIELD)
    let named = false
    while (!this.atEnd() && this.text[this.at] !== ',' && !this.atLineEnd()) {
      const sign = this.text[this.at] as string
      if (!named && (afterQuote || sign === '"' || sign === '\r')) {
        const expected = afterQuote
          ? 'a comma or the end of the line after the closing quote'
          : sign === '"'
            ? 'a field with a quote in it to stand in quotes'
            : 'a line end CRLF or LF'
        this.faults.push({ ...this.place(), expected, got: shown(sign) })
        named = true
      }
      this.step()
    }
    return this.text.slice(start, this.at)
  }

  /** Takes a stretch of signs on one line that mean only themselves, at once. */
  private run(stretch: RegExp): string {
    stretch.lastIndex = this.at
    const text = stretch.exec(this.text)?.[0] ?? ''
    this.at += text.length
    // The second half of a surrogate pair belongs to the character already counted.
    this.column += text.length - (text.match(SECOND_HALVES)?.length ?? 0)
    return text
  }

  private atLineEnd(): boolean {
    return this.text[this.at] === '\n' || (this.text[this.at] === '\r' && this.text[this.at + 1] === '\n')
  }

  private lineEnd(): void {
    if (this.text[this.at] === '\r') this.step()
    this.step()
  }

  private place(): Place {
    return { line: this.line, column: this.column }
  }

  private step(): void {
    const unit = this.text.charCodeAt(this.at++)
    if (unit === 10) {
      this.line++
      this.column = 1
    } else if (unit < 0xdc00 || unit > 0xdfff) {
      this.column++
    }
  }
}

const SHOWN = 60

/** A text as it can stand on one line of a terminal: quoted, unprintable signs escaped, cut if very long. */
export function shown(text: string): string {
  return printable(JSON.stringify(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text))
}

/** JSON with the signs escaped that a terminal would obey or hide. */
export function printable(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
