/** Something worth telling at the source, beside the order: what became of it, or what is wrong. */
export interface SourceNote {
  /** Which fact it is. The same fact of the same order is told once, however often it is tried. */
  readonly key: string;
  /** In the operator's words, without personal data. */
  readonly text: string;
  /**
   * `attention`: the order can't go on; a source may have a place for such orders. `warning`: it does
   * go on, and needs a person all the same.
   */
  readonly kind: 'in warehouse' | 'attention' | 'warning' | 'cancelled' | 'shipped';
}
