import { encode } from 'uqr'

/** A QR code (ISO/IEC 18004) as one path of unit squares, quiet zone of four included. */
export interface QrCode {
  /** Squares on a side. */
  readonly size: number
  /** `d` of an SVG path: the dark squares. */
  readonly path: string
}

/** The QR code of a text, readable with up to 15 % of it damaged. */
export function qrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const runs = data.flatMap((line, y) => {
    const steps: string[] = []
    for (let x = 0; x < size; x++) {
      if (line[x] !== true) continue
      const start = x
      while (line[x + 1] === true) x++
      steps.push(`M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`)
    }
    return steps
  })
  return { size, path: runs.join('') }
}
