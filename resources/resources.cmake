# What programs carry inside: the code tables, and the face models.
function(idcounter_embed_tables target)
    file(GLOB tables CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/resources/tables/*.csv)
    qt_add_resources(${target} tables PREFIX /tables BASE ${PROJECT_SOURCE_DIR}/resources/tables FILES ${tables})
endfunction()

function(idcounter_embed_models target)
    file(GLOB models CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/resources/models/*.onnx)
    qt_add_resources(${target} models
        PREFIX /models
        BASE ${PROJECT_SOURCE_DIR}/resources/models
        FILES ${models}
        OPTIONS -no-compress # weights do not shrink
    )
endfunction()
