'use client'

import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { PathChartData } from './path-chart-data'

const Drawing = lazy(() => import('./path-drawing').then(({ PathDrawing }) => ({ default: PathDrawing })))

/**
 * A path chart that is drawn when it comes near the screen, or once the page has nothing else to do, so that a printed
 * page has them all. Its room is kept from the start.
 */
export function LazyPathChart({ data, waiting }: { data: PathChartData; waiting: string }) {
  const box = useRef<HTMLDivElement>(null)
  const [isWanted, setWanted] = useState(false)
  useEffect(() => {
    if (isWanted || box.current === null) return
    const want = () => {
      setWanted(true)
    }
    const seen = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) want()
      },
      { rootMargin: '300px' },
    )
    seen.observe(box.current)
    const idle = setTimeout(want, 2500)
    window.addEventListener('beforeprint', want)
    return () => {
      seen.disconnect()
      clearTimeout(idle)
      window.removeEventListener('beforeprint', want)
    }
  }, [isWanted])
  const empty = <p className="pt-24 text-center text-sm text-muted print:hidden">{waiting}</p>
  return (
    <div
      ref={box}
      role="img"
      aria-label={data.label}
      className="h-60 w-full print:h-auto print:[&_.recharts-responsive-container]:!h-auto print:[&_.recharts-responsive-container_div]:!static print:[&_.recharts-responsive-container_div]:!h-auto print:[&_.recharts-responsive-container_div]:!w-full print:[&_svg]:!h-auto print:[&_svg]:!w-full"
    >
      {isWanted ? (
        <Suspense fallback={empty}>
          <Drawing data={data} />
        </Suspense>
      ) : (
        empty
      )}
    </div>
  )
}
