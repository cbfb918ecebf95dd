import { useId, type Ref, type TextareaHTMLAttributes } from 'react';

interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly inputRef?: Ref<HTMLTextAreaElement>;
}

/** Room for several lines, which grows with what is written. */
export function TextArea({ label, hint, inputRef, ...rest }: TextAreaProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        rows={3}
        dir="auto"
        {...rest}
        id={id}
        ref={inputRef}
        className="input text-area"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
