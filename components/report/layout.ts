/** The columns of the form on a wide screen: name, box, six figures beside it, state. Each row is a grid of its own, all alike. */
export const ROW_GRID =
  'lg:grid lg:grid-cols-[minmax(14rem,1.7fr)_minmax(17rem,1.2fr)_repeat(4,minmax(4.5rem,0.55fr))_repeat(2,minmax(5.75rem,0.75fr))_minmax(6.25rem,0.5fr)] lg:gap-x-3'
