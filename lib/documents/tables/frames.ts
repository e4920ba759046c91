/** What goes from the reader's process to the portal: a letter that says what it is, its length, its bytes. */
export type FrameKind =
  /** A table begins: JSON of its head. */
  | 'T'
  /** Rows of the table that began last: a line of JSON each. */
  | 'R'
  /** Its formulas, in the same way. */
  | 'F'
  /** It ends: JSON of its tail. */
  | 'E'
  /** The file has been read: JSON of the book's tail. */
  | 'Z'
  /** What it says of a report: JSON of all but its rows of registers. */
  | 'C'
  /** Such rows: a line of JSON for some hundreds of them. */
  | 'L'
  /** It is refused: JSON of code and detail. What came before is void. */
  | 'X'

export interface Frame {
  readonly kind: FrameKind
  readonly body: Buffer
}

const HEAD = 5

export function encodeFrame(kind: FrameKind, body: string): Buffer {
  const length = Buffer.byteLength(body)
  const frame = Buffer.allocUnsafe(HEAD + length)
  frame.write(kind, 0, 'latin1')
  frame.writeUInt32LE(length, 1)
  frame.write(body, HEAD)
  return frame
}

/** Takes bytes as they arrive and gives the frames that are whole. */
export class FrameReader {
  private rest: Buffer[] = []
  private length = 0

  take(chunk: Buffer): Frame[] {
    const frames: Frame[] = []
    this.rest.push(chunk)
    this.length += chunk.length
    for (;;) {
      if (this.length < HEAD) return frames
      const head = this.joined(HEAD)
      const whole = HEAD + head.readUInt32LE(1)
      if (this.length < whole) return frames
      const all = this.joined(whole)
      const kind = all.toString('latin1', 0, 1) as FrameKind
      // A copy: a slice would keep alive everything that arrived with it.
      const body = Buffer.from(all.subarray(HEAD, whole))
      this.rest = all.length === whole ? [] : [all.subarray(whole)]
      this.length -= whole
      frames.push({ kind, body })
    }
  }

  /** The pieces as one buffer, at least so long; joined only when the first is too short. */
  private joined(least: number): Buffer {
    const [first] = this.rest
    if (first !== undefined && first.length >= least) return first
    const all = Buffer.concat(this.rest)
    this.rest = [all]
    return all
  }
}
