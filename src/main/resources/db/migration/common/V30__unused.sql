-- Records bear the hash of their configuration themselves; nobody ever wrote or read these.
drop view v_configuration;
drop table configuration;
