-- Only credit notes name an invoice before them.
create index receivable_preceding on receivable (creditor, preceding_invoice) where preceding_invoice is not null;
