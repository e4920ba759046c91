/** A promise of speed and how it was kept. */
export interface Goal {
  readonly name: string
  readonly measured: string
  readonly goal: string
  readonly met: boolean
}

export function atMost(name: string, ratio: number, goal: number): Goal {
  return { name, measured: `${ratio.toFixed(1)} ×`, goal: `at most ${goal} ×`, met: ratio <= goal }
}

export function atLeast(name: string, ratio: number, goal: number): Goal {
  return { name, measured: `${ratio.toFixed(1)} ×`, goal: `at least ${goal} ×`, met: ratio >= goal }
}
