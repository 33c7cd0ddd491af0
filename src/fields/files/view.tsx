import { PaperClipOutlined } from '@ant-design/icons'
import { later } from '../later.tsx'
import type { CellProps, FieldView } from '../view.tsx'
import { useFieldServices } from '../view.tsx'
import { sizeText } from './size-text.ts'

function FilesCell({ value }: CellProps<'files'>) {
  const services = useFieldServices()
  return (
    <span className="field-files">
      {value.map((file) => (
        <a
          key={file.sha256}
          href={services.fileAddress(file)}
          download={file.name}
          onClick={(event) => event.stopPropagation()}
        >
          <PaperClipOutlined aria-hidden /> {file.name} <small>{sizeText(file.size)}</small>
        </a>
      ))}
    </span>
  )
}

export const filesView: FieldView<'files'> = {
  Cell: FilesCell,
  Input: later(async () => (await import('./input.tsx')).FilesInput),
  filter: { operators: ['filled', 'empty'] },
  width: 200,
}
