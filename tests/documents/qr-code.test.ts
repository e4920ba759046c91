import readQr from 'jsqr'
import { describe, expect, it } from 'vitest'
import { qrCode } from '@/lib/documents/qr-code'

/** Paints the path of unit squares, as a screen does, and reads the picture with another program. */
function readBack({ size, path }: { size: number; path: string }): string | undefined {
  const scale = 4
  const side = size * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(width)) * scale; column++)
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3)
    }
  }
  return readQr(pixels, side, side)?.data
}

describe('a QR code', () => {
  it.each([
    'http://127.0.0.1:3000/verify/CJ-910100-2022Q2-1-7K3MQ9XW2A',
    `https://${'long.'.repeat(20)}portal.example/verify/CJ-910100-2019-12-7K3MQ9XW2A`,
    '城绩',
  ])('read by another program says %s', (text) => {
    expect(readBack(qrCode(text))).toBe(text)
  })

  it('has a quiet zone of four squares on every side', () => {
    const { size, path } = qrCode('x')
    const places = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, width]) =>
      [x, y, width].map(Number),
    )
    expect(Math.min(...places.flatMap(([x = 0, y = 0]) => [x, y]))).toBe(4)
    expect(Math.max(...places.flatMap(([x = 0, y = 0, width = 0]) => [x + width, y + 1]))).toBe(size - 4)
  })
})
