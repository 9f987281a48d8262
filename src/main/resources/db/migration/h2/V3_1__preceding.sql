-- H2 has no partial indexes.
create index receivable_preceding on receivable (creditor, preceding_invoice);
