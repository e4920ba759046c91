/** That nothing was found, marked by a sign as well as by colour. */
export function AllRight({ children }: { children: string }) {
  return (
    <p className="text-met">
      <span aria-hidden="true" className="mr-1">
        ✓
      </span>
      {children}
    </p>
  )
}
