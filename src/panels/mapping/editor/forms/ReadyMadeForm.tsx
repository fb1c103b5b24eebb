import type { FormProps } from '../formProps.ts';
import { ReadyMades } from '../ReadyMades.tsx';
import { Form } from './Form.tsx';

/** Lists that show one thing each; they come as lists of their own. */
export function ReadyMadeForm({ document, list, onClose }: FormProps) {
  return (
    <Form title="Ready-made lists" action={null} onAct={onClose} onClose={onClose}>
      <ReadyMades document={document} client={list.client} onDone={onClose} />
    </Form>
  );
}
