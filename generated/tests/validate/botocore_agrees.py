"""Runs the table of cases beside this script through botocore's validator, and tells where it differs.

    python3 botocore_agrees.py BOTOCORE

BOTOCORE is a wheel of botocore, or the folder that the package lies in; `pip download --no-deps botocore` gets one.
The crate's tests compare the same table with the crate's own checks.
"""

import json
import pathlib
import sys
import zipfile

# What a case lists is `PATH CONSTRAINT`, and after that the length or the number that was found.
KINDS = {
    "missing required field": "required",
    "invalid length": "length",
    "invalid range": "range",
}

MODEL = "botocore/data/ivs-realtime/2020-07-14/service-2.json"


def model(place):
    """The model of the service, as it lies in a wheel or in a folder."""
    if zipfile.is_zipfile(place):
        with zipfile.ZipFile(place) as wheel:
            names = [name for name in wheel.namelist() if name.startswith(MODEL)]
            data = wheel.read(names[0])
    else:
        [path] = pathlib.Path(place).glob(MODEL + "*")
        data = path.read_bytes()
    if data[:2] == b"\x1f\x8b":
        import gzip

        data = gzip.decompress(data)
    return json.loads(data)


def violation(error):
    """What botocore reports, in the words of the table."""
    reason, name, details = error
    path = name.removeprefix(".")
    if reason == "missing required field":
        path = f"{path}.{details['required_name']}".removeprefix(".")
        return f"{path} required"
    found = details["param"]
    return f"{path} {KINDS[reason]} {found}"


def in_words_of_botocore(line):
    """A violation of the table, with the names that botocore gives to entries of maps."""
    path, rest = line.rsplit("]", 1) if '["' in line else (None, line)
    if path is None:
        return line
    name, key = path.split("[", 1)
    is_cut = key.endswith("…")
    key = json.loads(key.removesuffix("…"))
    if is_cut:
        key = f"{key}…"
    if rest.startswith(" (key)"):
        return f"{name} (key: {key})" + rest.removeprefix(" (key)")
    return f"{name}.{key}" + rest


def differences(cases, validate):
    """What the validator finds and the table does not list for botocore, and the other way round."""
    for case in cases:
        found = sorted(violation(error) for error in validate(case))
        expected = sorted(in_words_of_botocore(line) for line in case.get("botocore", case["violations"]))
        if found != expected:
            yield case["name"], found, expected


def main(place):
    sys.path.insert(0, place)
    import botocore
    from botocore.model import ServiceModel
    from botocore.validate import ParamValidator

    service = ServiceModel(model(place))

    def validate(case):
        shape = service.operation_model(case["operation"]).input_shape
        return ParamValidator().validate(case["input"], shape)._errors

    cases = json.loads(pathlib.Path(__file__).with_name("cases.json").read_text())
    different = list(differences(cases, validate))
    for name, found, expected in different:
        print(f"{name}:\n  botocore finds {found}\n  the table says {expected}")
    print(f"botocore {botocore.__version__}: {len(cases)} cases, {len(different)} differ from the table")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
