const K = Uint32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)))
const START = Uint32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)))

/**
 * SHA-256 block by block (FIPS 180-4). Browsers have one of their own, but only for pages that came by https, and only for
 * what is wholly in memory; a portal in a closed network is often reached without.
 */
export class Sha256 {
  readonly #state = Uint32Array.from(START)
  readonly #words = new Uint32Array(64)
  readonly #block = new Uint8Array(64)
  #filled = 0
  #length = 0

  /** Takes the next bytes. */
  add(bytes: Uint8Array): void {
    this.#length += bytes.length
    let at = 0
    if (this.#filled > 0) {
      at = Math.min(64 - this.#filled, bytes.length)
      this.#block.set(bytes.subarray(0, at), this.#filled)
      this.#filled += at
      if (this.#filled < 64) return
      this.#mix(this.#block, 0)
      this.#filled = 0
    }
    for (; at + 64 <= bytes.length; at += 64) this.#mix(bytes, at)
    this.#block.set(bytes.subarray(at))
    this.#filled = bytes.length - at
  }

  /** The digest of all that was taken, as 64 hexadecimal signs. Nothing can be taken after it. */
  digest(): string {
    const bits = BigInt(this.#length) * 8n
    const rest = new Uint8Array(this.#filled < 56 ? 64 - this.#filled : 128 - this.#filled)
    rest[0] = 0x80
    new DataView(rest.buffer).setBigUint64(rest.length - 8, bits)
    this.add(rest)
    return [...this.#state].map((word) => word.toString(16).padStart(8, '0')).join('')
  }

  #mix(bytes: Uint8Array, at: number): void {
    const w = this.#words
    for (let i = 0, j = at; i < 16; i += 1, j += 4)
      w[i] = (n(bytes, j) << 24) | (n(bytes, j + 1) << 16) | (n(bytes, j + 2) << 8) | n(bytes, j + 3)
    for (let i = 16; i < 64; i += 1) {
      const [x, y] = [n(w, i - 15), n(w, i - 2)]
      const s0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)
      const s1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10)
      w[i] = (n(w, i - 16) + s0 + n(w, i - 7) + s1) | 0
    }
    const state = this.#state
    let a = n(state, 0)
    let b = n(state, 1)
    let c = n(state, 2)
    let d = n(state, 3)
    let e = n(state, 4)
    let f = n(state, 5)
    let g = n(state, 6)
    let h = n(state, 7)
    for (let i = 0; i < 64; i += 1) {
      const t1 = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + n(K, i) + n(w, i)) | 0
      const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + t1) | 0
      d = c
      c = b
      b = a
      a = (t1 + t2) | 0
    }
    state[0] = n(state, 0) + a
    state[1] = n(state, 1) + b
    state[2] = n(state, 2) + c
    state[3] = n(state, 3) + d
    state[4] = n(state, 4) + e
    state[5] = n(state, 5) + f
    state[6] = n(state, 6) + g
    state[7] = n(state, 7) + h
  }
}

/** An element that is there. */
const n = (list: Uint8Array | Uint32Array, i: number): number => list[i] ?? 0
const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** The first 32 bits behind the point. */
function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32)
}

function primes(count: number): number[] {
  const found: number[] = []
  for (let candidate = 2; found.length < count; candidate += 1)
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate)
  return found
}
