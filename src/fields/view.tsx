import { CloseCircleFilled } from '@ant-design/icons'
import { createContext, useContext } from 'react'
import type { ComponentType } from 'react'
import type { Field, FieldKind, FieldKinds, FileRef } from '../language/fields.ts'
import type { Label, Lang } from '../language/label.ts'
import type { WireOperator } from '../language/wire.ts'
import { viewTexts } from './view-texts.ts'

export interface CellProps<K extends FieldKind> {
  readonly value: FieldKinds[K]['value']
  readonly field: Field<K>
  readonly lang: Lang
  /** What a reference leads to, when the record came with it. */
  readonly title?: string | undefined
}

export interface InputProps<K extends FieldKind> {
  readonly value: FieldKinds[K]['value'] | null
  readonly onChange: (value: FieldKinds[K]['value'] | null) => void
  readonly field: Field<K>
  readonly lang: Lang
  /** Ties the input to its label; its problem is described by `${id}-problem`. */
  readonly id: string
  readonly title?: string | undefined
  readonly problem?: boolean | undefined
  readonly disabled?: boolean | undefined
}

export interface FilterInputProps<K extends FieldKind> {
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly field: Field<K>
  readonly lang: Lang
  readonly id: string
}

/** How one kind of field looks: in a list, in a form, in a filter. */
export interface FieldView<K extends FieldKind> {
  readonly Cell: ComponentType<CellProps<K>>
  readonly Input: ComponentType<InputProps<K>>
  readonly filter: {
    /** The first is what a new filter starts with. */
    readonly operators: readonly WireOperator[]
    /** For a single value; the kind's own input when absent. */
    readonly FilterInput?: ComponentType<FilterInputProps<K>>
  }
  /** Numbers are set flush right. */
  readonly align?: 'right'
  /** The column's width in a list, in pixels. */
  readonly width: number
}

export interface Option {
  readonly id: string
  readonly title: string
  readonly hint?: string | Label | null
}

/** What inputs need from the outside: the fields themselves do not know the server. */
export interface FieldServices {
  findOptions(
    register: string,
    search: { readonly q?: string; readonly ids?: readonly string[] },
  ): Promise<readonly Option[]>
  findPeriods(): Promise<readonly { readonly code: string; readonly name: string }[]>
  upload(file: File, onProgress: (share: number) => void): Promise<FileRef>
  fileAddress(file: FileRef): string
}

const nowhere = () => Promise.reject(new Error('FieldServicesContext: wrap the screen in a provider'))

export const FieldServicesContext = createContext<FieldServices>({
  findOptions: nowhere,
  findPeriods: nowhere,
  upload: nowhere,
  fileAddress: () => '',
})

export function useFieldServices(): FieldServices {
  return useContext(FieldServicesContext)
}

/** Accessibility of an input with its problem. */
export function described(id: string, problem: boolean | undefined) {
  return problem ? ({ 'aria-invalid': true, 'aria-describedby': `${id}-problem`, status: 'error' } as const) : {}
}

/** The button that empties a choice: the library knows its name in English only. */
export function clearing(lang: Lang) {
  return { clearIcon: <CloseCircleFilled />, label: viewTexts.clear[lang] }
}
