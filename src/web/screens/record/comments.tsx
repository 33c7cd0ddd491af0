import { CommentThread } from './comment-thread.tsx'
import type { SideProps } from './use-side.ts'

/** What people say about a record. */
export function Comments({ register, record }: SideProps) {
  return (
    <CommentThread
      path={`/registers/${register.name}/${record.id}/comments`}
      queryKey={['record-side', register.name, record.id, 'comments']}
    />
  )
}
