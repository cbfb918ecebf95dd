import { useI18n } from '../i18n/i18n';
import type { Tag } from './feedback';
import { tagName } from './tagName';

export function TagChips({ tags }: { tags: readonly Tag[] }) {
  const { t } = useI18n();
  if (tags.length === 0) return null;
  return (
    <ul className="tag-chips" aria-label={t('feedback.tags')}>
      {tags.map(tag => (
        <li key={tag.key} className="chip from-people">
          {tagName(t, tag)}
        </li>
      ))}
    </ul>
  );
}
