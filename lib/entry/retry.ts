import type { Port } from './form-state'

const DELAYS = [2000, 4000, 8000, 15_000, 30_000] as const

/** Trying again, each time after a longer while. */
export class Retry {
  #callOff: (() => void) | null = null
  #failures = 0

  constructor(private readonly after: Port['after']) {}

  /** Whether another attempt is already set for later. */
  get isSet(): boolean {
    return this.#callOff !== null
  }

  later(task: () => void): void {
    const delay = DELAYS[Math.min(this.#failures++, DELAYS.length - 1)] ?? DELAYS[0]
    this.callOff()
    this.#callOff = this.after(delay, () => {
      this.#callOff = null
      task()
    })
  }

  callOff(): void {
    this.#callOff?.()
    this.#callOff = null
  }

  /** It worked: the next failure begins with the shortest wait again. */
  worked(): void {
    this.#failures = 0
  }
}
