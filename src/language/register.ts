import type { FieldKind, Fields, ValuesOf } from './fields.ts'
import type { Filter } from './filter.ts'
import type { Label } from './label.ts'

/** How far a role sees or writes: its own records, its unit and below, the whole college. */
export type Scope = 'own' | 'unit' | 'college'

export interface RoleAccess {
  readonly read?: Scope
  readonly write?: Scope
  /** May take records out of use (with a reason) and bring them back. Follows `write` when absent. */
  readonly delete?: Scope
}

/** One way out of a state. */
export interface Transition<S extends string = string> {
  readonly to: S
  readonly by: readonly string[]
  readonly label?: Label
  /** The person must say why. */
  readonly comment?: 'required'
  /** Days after entering the state within which this is expected. */
  readonly withinDays?: number
}
export type Lifecycle<S extends string = string> = Readonly<Record<S, Readonly<Record<string, Transition<NoInfer<S>>>>>>

/** A mistake found by a register's `check`, at the field where it can be mended. */
export interface Problem {
  readonly field?: string
  readonly message: Label
}

type FieldOfKind<F extends Fields, K extends FieldKind> = {
  [N in keyof F & string]: F[N]['kind'] extends K ? N : never
}[keyof F & string]
type Name<F> = keyof F & string

export interface Statistic<N extends string = string> {
  readonly count?: 'all'
  readonly sum?: N
  readonly by: N
  readonly label?: Label
}

/** What a register's file says: see docs/how-to/add-a-register.md. */
export interface RegisterSpec<F extends Fields, S extends string> {
  /** Plural, kebab-case: names the table and the address. */
  readonly name: string
  readonly label: Label
  /** The room in the screens' menu: the folder under catalogue/registers. */
  readonly area: string
  readonly help?: Label
  readonly fields: F
  /** The field that names a record for a person. */
  readonly title: Name<F>
  /** Field naming the unit a record belongs to; without one, records belong to the office that owns the register. */
  readonly unit?: FieldOfKind<F, 'reference'>
  /** Field naming the person whose own record it is; besides, whoever made a record owns it. */
  readonly person?: FieldOfKind<F, 'reference'>
  /** The office whose duty the register is (catalogue/codes/offices.ts): there, `unit` scope means the whole college. */
  readonly owner?: string
  readonly unique?: readonly (readonly Name<F>[])[]
  /** Fields by which a re-imported row finds its record. The first unique key when absent. */
  readonly importKey?: readonly Name<F>[]
  readonly lifecycle?: Lifecycle<S>
  /** States whose records count in indicators. All states when absent. */
  readonly counts?: readonly NoInfer<S>[]
  readonly access: Readonly<Record<string, RoleAccess>>
  /** Mistakes across fields. Pure: runs in form, import and API alike. */
  readonly check?: (values: ValuesOf<F>) => readonly Problem[]
  /** Values that follow from others. Pure: runs before `check`. */
  readonly derive?: (values: ValuesOf<F>) => Partial<ValuesOf<F>>
  readonly statistics?: readonly Statistic<Name<F>>[]
  /**
   * The rows are events: they are appended in bulk, by day or by machine, and never changed; they have no lifecycle,
   * no evidence and no history of their own (each batch has). Names the required date or moment at which they happen,
   * by which they are kept month by month. Unique keys must contain it.
   */
  readonly eventsAt?: FieldOfKind<F, 'date' | 'date-time'>
  /** Order of a list until the person chooses another: field, '-field' for descending. */
  readonly order?: string
  /**
   * Whole years, after which a record that was taken out of use is erased: its values, what history, comments and
   * evidence say of it, and its files. Nobody can bring it back. Records in use are kept; without this, the others too.
   */
  readonly retentionYears?: number
}

export interface Register<F extends Fields = Fields, S extends string = string> extends RegisterSpec<F, S> {
  readonly is: 'register'
}

/** A register of any shape: what the engine handles. */
export type AnyRegister = Omit<
  Register<Fields, string>,
  'check' | 'derive' | 'title' | 'unit' | 'person' | 'unique' | 'importKey' | 'statistics' | 'eventsAt'
> & {
  readonly title: string
  readonly unit?: string
  readonly person?: string
  readonly unique?: readonly (readonly string[])[]
  readonly importKey?: readonly string[]
  readonly statistics?: readonly Statistic[]
  readonly eventsAt?: string
  // Methods, not properties: parameters are then compared bivariantly, so that every register fits.
  check?(values: never): readonly Problem[]
  derive?(values: never): object
}

/**
 * Declares a register. A title that is not a field, a transition to a state that is not declared
 * or a unit that is not a reference does not compile; what types cannot see is checked at start-up.
 */
export function defineRegister<const F extends Fields, const S extends string = string>(
  spec: RegisterSpec<F, S>,
): Register<F, S> {
  return { is: 'register', ...spec }
}

/** The values of a register's record. */
export type RecordOf<R> = R extends { fields: infer F } ? ValuesOf<F> : never
/** A filter on a register's records. */
export type FilterOf<R> = R extends { fields: infer F } ? Filter<F> : never
