-- Which run laid a file for out/ beside its place: a run that lost its task meanwhile has a place of its own.
alter table out_batch add column laid_by bigint default 0 not null;
