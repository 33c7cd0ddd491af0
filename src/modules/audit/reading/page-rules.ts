/** Lines drawn on a page: what tables are ruled with. Points, x to the right and y upwards, as of the page's text. */
export interface Rule {
  /** Where a level line stands in height, an upright one in width. */
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface Rules {
  readonly level: readonly Rule[]
  readonly upright: readonly Rule[]
}

/** a b c d e f of a PDF matrix. */
export type Matrix = readonly number[]

interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** Numbers of the operators that matter here, from the library. */
interface OperatorNumbers {
  readonly save: number
  readonly restore: number
  readonly transform: number
  readonly paintFormXObjectBegin: number
  readonly paintFormXObjectEnd: number
  readonly constructPath: number
  readonly stroke: number
  readonly closeStroke: number
  readonly fill: number
  readonly eoFill: number
  readonly fillStroke: number
  readonly eoFillStroke: number
  readonly closeFillStroke: number
  readonly closeEOFillStroke: number
}

const MOVE = 0
const LINE = 1
const CURVE = 2
const QUADRATIC = 3
/** Shorter ones are dashes, signs and drawings. */
const LEAST = 3
/** A filled area as thin as this is drawn as a line. */
const THIN = 2.6
/** A page with more lines is a drawing. */
const MOST_RULES = 20_000

const SAME: Matrix = [1, 0, 0, 1, 0, 0]

/** The level and upright lines that a page draws, as strokes or as thin filled areas. */
export function pageRules({ fnArray, argsArray }: Operators, ops: OperatorNumbers, view: Matrix): Rules {
  const level: Rule[] = []
  const upright: Rule[] = []
  const kept: Matrix[] = []
  let matrix = view
  const strokes = new Set([
    ops.stroke,
    ops.closeStroke,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ])
  const fills = new Set([ops.fill, ops.eoFill])

  const add = ([x1, y1]: Point, [x2, y2]: Point): void => {
    if (level.length + upright.length > MOST_RULES) return
    const [dx, dy] = [Math.abs(x2 - x1), Math.abs(y2 - y1)]
    if (dy < 0.6 && dx >= LEAST) level.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) })
    else if (dx < 0.6 && dy >= LEAST) upright.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) })
  }

  fnArray.forEach((operator, at) => {
    const args = argsArray[at] as readonly unknown[] | null
    if (operator === ops.save) kept.push(matrix)
    else if (operator === ops.restore || operator === ops.paintFormXObjectEnd) matrix = kept.pop() ?? view
    else if (operator === ops.transform) matrix = times(matrix, args as Matrix)
    else if (operator === ops.paintFormXObjectBegin) {
      kept.push(matrix)
      matrix = times(matrix, (args?.[0] as Matrix | null) ?? SAME)
    } else if (operator === ops.constructPath && args) {
      const [paint, [path]] = args as [number, [ArrayLike<number> | null]]
      if (!path || (!strokes.has(paint) && !fills.has(paint))) return
      for (const points of subpaths(path, matrix)) {
        if (strokes.has(paint)) points.slice(1).forEach((point, i) => add(points[i]!, point))
        else addThin(points, add)
      }
    }
  })
  return { level, upright }
}

type Point = readonly [number, number]

/** First the second, then the first. */
export function times(m: Matrix, n: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** A point of the page through a matrix. */
function through([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** The corners of each part of a path; closed ones come back to their beginning, curved ones are left out. */
function subpaths(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const parts: Point[][] = []
  let open: Point[] = []
  let isCurved = false
  const close = () => {
    if (open.length > 1 && !isCurved) parts.push(open)
    open = []
    isCurved = false
  }
  for (let at = 0; at < path.length;) {
    const kind = path[at]!
    if (kind === MOVE || kind === LINE) {
      if (kind === MOVE) close()
      open.push(through(matrix, path[at + 1]!, path[at + 2]!))
      at += 3
    } else if (kind === CURVE || kind === QUADRATIC) {
      isCurved = true
      at += kind === CURVE ? 7 : 5
    } else {
      if (open.length > 1) open.push(open[0]!)
      at += 1
    }
  }
  close()
  return parts
}

function addThin(points: readonly Point[], add: (from: Point, to: Point) => void): void {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (high - low <= THIN && right - left > THIN) add([left, (low + high) / 2], [right, (low + high) / 2])
  else if (right - left <= THIN && high - low > THIN) add([(left + right) / 2, low], [(left + right) / 2, high])
}
