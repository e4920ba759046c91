'use client'

import {
  createContext,
  startTransition,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react'
import { unpackRows } from '@/lib/entry/packed-rows'
import type { PageRow } from '@/lib/entry/rows-autosave'
import type { SentRegister } from '@/lib/registers/sent-register'
import { isTold } from './told'

const LONGEST_WAIT = 60_000

/** The register of a page, as far as it is there. */
interface RegisterOfPage extends Omit<SentRegister, 'rows'> {
  /** As packRows packs them. */
  readonly packed: string
  readonly rows: readonly PageRow[]
  /** The rest of it could not be had. */
  readonly hasFailed: boolean
  readonly retry: () => void
}

const RegisterContext = createContext<RegisterOfPage | null>(null)

/** Around everything that shows rows of a register: brings those that did not come with the page, and those that are newer. */
export function RegisterProvider({
  address,
  back,
  sent,
  children,
}: {
  /** The address of the register. */
  address: string
  /** What keeps an address at the moment looked back to; nothing for now. */
  back: string
  /** What came with the page. */
  sent: SentRegister
  children: ReactNode
}) {
  const [known, setKnown] = useState(sent)
  const [failures, setFailures] = useState(0)
  const [attempts, setAttempts] = useState(0)
  const { isWhole, state } = sent
  useEffect(() => {
    if (isWhole) return undefined
    let isLeft = false
    const controller = new AbortController()
    const timer = setTimeout(() => {
      controller.abort()
    }, LONGEST_WAIT)
    void followingRows(`${address}/rows${back}`, controller.signal).then((register) => {
      if (isLeft) return
      startTransition(() => {
        if (register === null) setFailures((count) => count + 1)
        else setKnown(register)
      })
    })
    return () => {
      isLeft = true
      clearTimeout(timer)
      controller.abort()
    }
  }, [address, back, isWhole, state, attempts])
  // A page made anew by the server knows better; what is whole stays whole until the rest of what is newer is there too.
  if (known !== sent && (isWhole || !known.isWhole)) setKnown(sent)
  const register = known
  const rows = useMemo(() => unpackRows(register.rows), [register.rows])
  const value = useMemo(
    () => ({
      ...register,
      packed: register.rows,
      rows,
      hasFailed: failures > attempts,
      retry: () => {
        setAttempts(failures)
      },
    }),
    [register, rows, failures, attempts],
  )
  return <RegisterContext value={value}>{children}</RegisterContext>
}

/** All of a register; null when it could not be had. */
async function followingRows(url: string, signal: AbortSignal): Promise<SentRegister | null> {
  try {
    const response = await fetch(url, { signal })
    const body: unknown = await response.json()
    return response.ok && isAnswer(body) ? body.register : null
  } catch {
    return null
  }
}

const isAnswer = (body: unknown): body is { readonly register: SentRegister } =>
  typeof body === 'object' &&
  body !== null &&
  'register' in body &&
  typeof body.register === 'object' &&
  body.register !== null &&
  'rows' in body.register &&
  typeof body.register.rows === 'string' &&
  'told' in body.register &&
  isTold(body.register.told)

/** The register of the page. Only below a RegisterProvider. */
export function useRegister(): RegisterOfPage {
  const register = useContext(RegisterContext)
  if (register === null) throw new Error('no register around this')
  return register
}
