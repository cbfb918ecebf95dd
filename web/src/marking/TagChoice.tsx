import { useId } from 'react';
import type { Tag } from '../feedback/feedback';
import { tagName } from '../feedback/tagName';
import { useI18n } from '../i18n/i18n';

interface TagChoiceProps {
  readonly tags: readonly Tag[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

export function TagChoice({ tags, chosen, onChange }: TagChoiceProps) {
  const { t } = useI18n();
  const id = useId();
  if (tags.length === 0) return null;
  const toggle = (key: string): void =>
    onChange(chosen.includes(key) ? chosen.filter(each => each !== key) : [...chosen, key]);
  return (
    <fieldset className="choice">
      <legend>{t('feedback.tags')}</legend>
      <div className="choice-options">
        {tags.map(tag => (
          <label key={tag.key} htmlFor={`${id}-${tag.key}`}>
            <input
              id={`${id}-${tag.key}`}
              type="checkbox"
              className="visually-hidden"
              checked={chosen.includes(tag.key)}
              onChange={() => toggle(tag.key)}
            />
            <span className="from-people">{tagName(t, tag)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
