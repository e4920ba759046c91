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

/** Reads RFC 4180: CRLF or LF, fields in double quotes may hold commas, line ends and doubled quotes. */
export function readCsv(text: string): { readonly rows: readonly Row[]; readonly faults: readonly Fault[] } {
  const reader = new Reader(text.startsWith('\ufeff') ? text.slice(1) : text)
  const rows: Row[] = []
  while (!reader.atEnd()) rows.push(reader.row())
  // A file may end in any number of line ends; an empty line between rows is a row without its fields.
  while (rows.length > 0 && isEmptyLine(rows[rows.length - 1] as Row)) rows.pop()
  return { rows, faults: reader.faults }
}

/** A line with nothing on it, not even quotes. */
export function isEmptyLine(row: Row): boolean {
  const [field] = row.fields
  return row.fields.length === 1 && field?.text === '' && row.end.column === field.column
}

class Reader {
  readonly faults: Fault[] = []
  private at = 0
  private line = 1
  private column = 1

  constructor(private readonly text: string) {}

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
    return { ...place, text, broken: this.faults.length > faultsBefore }
  }

  private quoted(start: Place): string {
    let text = ''
    this.step()
    while (!this.atEnd()) {
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
      // The second half of a surrogate pair belongs to the character already counted.
      this.column++
    }
  }
}

const SHOWN = 60

/** A text as it can stand on one line of a terminal: quoted, unprintable signs escaped, cut if very long. */
export function shown(text: string): string {
  const cut = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
  return JSON.stringify(cut).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
