internal import Records
