import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core'

/** Lines drawn above and below those in sight, so that scrolling finds them there. */
const AROUND = 2
/** In pixels: what the head covers at the top of the box, and what may cover its bottom. */
const [HEAD, FOOT] = [34, 112]
/** Before the browser has measured the box. */
const FIRST = 15

/** Which of many lines of the same height are in sight of a box that scrolls; who looks at it is told when they change. */
export class LinesInSight {
  readonly #listeners = new Set<() => void>()
  readonly #virtual: Virtualizer<HTMLElement, HTMLElement>
  #box: HTMLElement | null = null

  constructor(
    count: number,
    private readonly height: number,
  ) {
    this.#virtual = new Virtualizer<HTMLElement, HTMLElement>(this.#options(count))
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** First and last line in sight, as one text, which is the same as long as they are. */
  readonly range = (): string => {
    const range = this.#virtual.calculateRange()
    return range === null ? `0:${FIRST}` : `${range.startIndex}:${range.endIndex}`
  }

  readonly firstRange = (): string => `0:${FIRST}`

  /** The box is in the page, until the function it gives is called. */
  attach(box: HTMLElement | null): () => void {
    this.#box = box
    this.#virtual._willUpdate()
    return this.#virtual._didMount()
  }

  /** Scrolls a line into sight, and counts it among those in sight at once, so that it is drawn where it stands in one go. */
  readonly bringIn = (line: number): void => {
    const box = this.#box
    if (box === null) return
    const top = line * this.height + HEAD
    const before = box.scrollTop
    if (top - HEAD < before) box.scrollTop = top - HEAD
    else if (top + this.height + FOOT > before + box.clientHeight)
      box.scrollTop = top + this.height + FOOT - box.clientHeight
    if (box.scrollTop === before) return
    this.#virtual.scrollOffset = box.scrollTop
    this.#tell()
  }

  setCount(count: number): void {
    if (this.#virtual.options.count === count) return
    this.#virtual.setOptions(this.#options(count))
    this.#virtual._willUpdate()
    this.#tell()
  }

  #options(count: number) {
    return {
      count,
      getScrollElement: () => this.#box,
      estimateSize: () => this.height,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      initialRect: { width: 1000, height: FIRST * this.height },
      onChange: () => {
        this.#tell()
      },
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

/** The lines to draw: those in sight with some around them, and the one where a person is, so that the focus stays. */
export function linesAround(range: string, here: number, count: number): number[] {
  const [first = 0, last = 0] = range.split(':').map(Number)
  const [from, to] = [Math.max(0, first - AROUND), Math.min(count - 1, last + AROUND)]
  const around = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
  if (here >= count || (here >= from && here <= to)) return around
  return here < from ? [here, ...around] : [...around, here]
}
